using System.Text.RegularExpressions;

namespace Notifier.Delivery.Replies;

/// <summary>
/// Says what a text that somebody sent back means, in English or Spanish. What is not plainly one of the meanings is
/// <see cref="ReplyMeaning.Other"/>, and a person reads it.
/// </summary>
public static partial class ReplyReader
{
    // YES is a provider's word for START, too; here it answers a meeting, and texts are resumed by plainer words alone.
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal)
    {
        "1", "one", "uno", "yes", "yes yes", "yess", "yeah", "yep", "yup", "y", "si", "sii", "sip", "s", "claro", "claro que si",
        "si claro", "confirm", "confirmed", "i confirm", "we confirm", "yes confirm", "yes confirmed", "confirming", "confirmo",
        "confirmado", "confirmada", "confirmar", "si confirmo", "confirmamos", "1 yes", "yes 1", "1 si", "si 1",
        "de acuerdo", "si esta bien", "sure", "yes sure", "sounds good", "see you there", "nos vemos",
    };

    private static readonly HashSet<string> Resume = new(StringComparer.Ordinal)
    {
        "start", "unstop", "un stop", "resume", "start texts", "start again", "restart", "resume texts", "resume messages", "subscribe",
        "subscribe me", "opt in", "optin", "opt back in", "opt me in", "opt me back in", "start texting", "start messages", "text me again",
        "reanudar", "reanudar mensajes", "reanudar textos", "iniciar", "inicio", "empezar", "comenzar", "activar", "suscribir",
        "suscribirme", "alta", "dar de alta", "volver a recibir", "reactivar",
    };

    private static readonly HashSet<string> Help = new(StringComparer.Ordinal)
    {
        "help", "help me", "info", "information", "ayuda", "ayudame", "ayudeme", "informacion", "who is this", "whos this", "who is it",
        "who are you", "who dis", "who this", "quien es", "quien es usted", "quien eres", "de quien es este numero", "quien escribe", "quien me escribe",
        "who is texting me", "who is this from", "what is this", "que es esto",
    };

    public static ReplyMeaning Read(string text)
    {
        if (EndOfTexts.IsAskedIn(text))
        {
            return ReplyMeaning.EndTexts;
        }

        var reply = ReplyWords.Of(text);
        var isEither = new Func<HashSet<string>, bool>(words => words.Contains(reply.All) || words.Contains(reply.Plain));
        return reply switch
        {
            _ when WrongNumber().IsMatch(reply.All) && !PerhapsWrongNumber().IsMatch(reply.All) => ReplyMeaning.WrongNumber,
            _ when isEither(Resume) || AsksToResume().IsMatch(reply.All) => ReplyMeaning.ResumeTexts,
            _ when isEither(Help) => ReplyMeaning.AsksForHelp,
            { Plain: "3" or "three" or "tres" } => ReplyMeaning.AsksForInterpreter,
            { Plain: "2" or "two" or "dos" } => ReplyMeaning.AsksForOtherTime,
            _ when Interpreter().IsMatch(reply.All) && !NoInterpreter().IsMatch(reply.All) => ReplyMeaning.AsksForInterpreter,
            _ when OtherTime().IsMatch(reply.All) && !NoOtherTime().IsMatch(reply.All) => ReplyMeaning.AsksForOtherTime,
            _ when isEither(Yes) || WillCome().IsMatch(reply.Plain) => ReplyMeaning.ConfirmsMeeting,
            _ => ReplyMeaning.Other,
        };
    }

    [GeneratedRegex(
        @"\bwrong (?:number|num|phone|person|person s number|parent|family|guy|lady)\b|\b(?:numero|telefono|celular) (?:equivocado|incorrecto)\b|\bequivo\w+ de (?:numero|telefono|persona)\b"
        + @"|\b(?:persona|numero) equivocad[ao]\b|\bi (?:have no|dont have any|dont have|do not have|do not have any) (?:kids?|child|children)(?: (?:in|at)\b.*)?$|\bno tengo (?:ningun )?(?:hijos?|ninos)\b"
        + @"|\bthis is not (?:his|her|their) (?:number|phone)(?: anymore)?$|\beste no es (?:su|el) (?:numero|telefono)\b")]
    private static partial Regex WrongNumber();

    [GeneratedRegex(
        @"\b(?:if|is) (?:this|that|it|i)(?: is| have|s)? the wrong number\b|\b(?:gave|given|give) (?:\w+ ){0,2}(?:the |a )?wrong (?:number|phone)\b|\b(?:called|dialed|texted|have|had) (?:\w+ )?wrong (?:number|phone) (?:for|on)\b"
        + @"|\b(?:di|dimos) (?:\w+ ){0,2}(?:numero|telefono) equivocado\b|\bsi (?:este )?es (?:el )?numero equivocado\b|\bnot (?:a |the )?wrong number\b")]
    private static partial Regex PerhapsWrongNumber();

    [GeneratedRegex(
        @"\b(?:start|resume|restart|continue|begin) (?:(?:sending|getting|receiving|me|the|my|these|school|your) )*(?:texting|texts|messages|messaging|sms)\b(?: me)?(?: again)?"
        + @"|\b(?:quiero|deseo) (?:volver a )?recibir (?:(?:los|sus|otra vez|de nuevo) )*(?:mensajes|textos)\b|\bvuelvan? a (?:mandar|enviar|escribir|textear)(?:me|nos)?\b"
        + @"|\bopt(?: me)?(?: back)? in(?:to)? (?:to )?(?:(?:the|your|school) )*(?:texts|messages)\b")]
    private static partial Regex AsksToResume();

    [GeneratedRegex(@"\b(?:interpret\w*|translat\w*|traduc\w*|i speak (?:only )?spanish|in spanish|en espanol|hablo espanol|(?:no|dont) (?:hablo|entiendo|speak|understand) (?:ingles|english))\b")]
    private static partial Regex Interpreter();

    [GeneratedRegex(@"\b(?:no|dont|do not|not|ningun|sin) (?:(?:need|want|necesito|quiero|necesitamos|hace falta|un|una|an|any|a|the|es|el) )*(?:interpret\w*|translat\w*|traduc\w*)\b")]
    private static partial Regex NoInterpreter();

    [GeneratedRegex(
        @"\b(?:another|other|different|better|new) (?:time|day|date)\b|\bre ?schedul\w*\b|\b(?:change|move|postpone) (?:the |this |our |my )?(?:time|day|date|meeting|appointment)\b"
        + @"|\b(?:i|we) (?:cant|cannot|can not|wont be able to|will not be able to|am not able to|are not able to|couldnt) (?:make|come|attend|go|be there|do)\b|\b(?:cant|cannot|can not|wont) make it\b"
        + @"|\botr[ao] (?:hora|dia|fecha|horario)\b|\breprogramar\w*\b|\b(?:cambiar|mover|posponer|cambien|muevan|cambie) (?:(?:la|el|mi|de|nuestra) )*(?:hora|fecha|cita|junta|reunion|dia)\b"
        + @"|\bno (?:puedo|podemos|podre|podremos|voy a poder|vamos a poder) (?:ir|asistir|venir|llegar|estar|ese|esa)\b")]
    private static partial Regex OtherTime();

    [GeneratedRegex(@"\b(?:dont|do not|no need to|not) (?:\w+ ){0,2}(?:reschedule|change|move|postpone)\b|\bno (?:cambien?|muevan?|hay que cambiar)\b|\b(?:some|any) other (?:time|day)\b.*\bthank")]
    private static partial Regex NoOtherTime();

    [GeneratedRegex(
        @"^(?:yes |yeah |si |claro |1 )?(?:i|we|ill|well|both of us)(?: will| ll|m| am| are)? (?:definitely )?(?:be there|attend|attending|coming|come)(?: \w+| at \d+| on \w+)?$"
        + @"|^(?:yes |yeah |si |1 )?(?:ill|well) (?:be there|attend|come)$|^(?:yes )?(?:count me in|will be there|see you (?:there|then))$"
        + @"|^(?:si |claro )?(?:(?:ahi|alli|alla) )?(?:estare|estaremos|voy|vamos|ire|iremos|asistire|asistiremos)(?: (?:ahi|alli|alla|a ir|a estar ahi|a la junta|a la reunion|sin falta))?$"
        + @"|^(?:si |claro )?(?:ahi|alli) (?:voy|vamos) a estar$|^(?:si )?(?:cuenten conmigo|con gusto|confirmo (?:la |mi )?(?:asistencia|junta|cita))$|^(?:i |we )?confirm (?:the |my |our )?(?:meeting|attendance|appointment)$")]
    private static partial Regex WillCome();
}
