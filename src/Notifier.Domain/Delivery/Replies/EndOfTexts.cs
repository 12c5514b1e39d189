using System.Text.RegularExpressions;

namespace Notifier.Delivery.Replies;

/// <summary>Whether a reply asks that no more texts be sent.</summary>
/// <remarks>
/// 47 CFR 64.1200(a)(10): "stop", "quit", "end", "revoke", "opt out", "cancel" and "unsubscribe" end texts as they stand,
/// and so does any other request a reasonable person would understand as one. So the words alone, in any case and
/// punctuation and with courtesies around them, and plain sentences that ask for it, are honoured at once, in English and
/// Spanish. Where the sentence may mean something else ("stop by at 3", "end of day works", "I revoke my consent", which
/// in special education is about services: 34 CFR 300.300(b)(4)), a person reads it: nothing is ended by a guess, and
/// nothing is ignored.
/// </remarks>
internal static partial class EndOfTexts
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "stop", "stopp", "stop all", "stopall", "stop it", "stop this", "stop everything", "quit", "end", "revoke", "opt out", "optout",
        "opt me out", "cancel", "unsubscribe", "unsubscribe me", "unsuscribe", "unsub", "stop end", "stop stop", "stop stop stop",
        "end texts", "cancel texts", "remove me", "alto", "para los mensajes", "parar", "pare", "paren", "basta", "cancelar",
        "cancele", "cancelen", "baja", "dar de baja", "darme de baja", "deme de baja", "denme de baja", "terminar", "termine",
        "detener", "detenga", "detengan", "detenerse", "salir", "no mas", "desuscribir", "desuscribirme", "anular suscripcion",
        "cancelar suscripcion", "quitar", "revocar",
    };

    // At the head of a longer reply only those that mean nothing else there.
    private static readonly HashSet<string> WordsBeforeMore = new(StringComparer.Ordinal)
    {
        "stop", "stopall", "stop all", "unsubscribe", "opt out", "optout", "alto", "basta", "stop it", "stop texting",
    };

    public static bool IsAskedIn(string text)
    {
        var reply = ReplyWords.Of(text);
        if (Words.Contains(reply.Plain) || Words.Contains(reply.All))
        {
            return true;
        }

        return !SaysNotToEnd().IsMatch(reply.All)
            && (WordsBeforeMore.Contains(ReplyWords.FirstClause(text).Plain)
                || (!OnlySometimes().IsMatch(reply.All)
                    && (InEnglish().IsMatch(reply.All) || InSpanish().IsMatch(reply.All))));
    }

    // "Don't stop", "I did not unsubscribe", "no dejen de mandarme mensajes".
    [GeneratedRegex(
        @"\b(?:dont|do not|never|not|didnt|wont|will not|cant)\s+(?:want (?:you )?to\s+|ever\s+)?(?:stop|unsubscribe|opt out|cancel|quit|end|revoke|remove|take)\b"
        + @"|\bno (?:me |nos )?(?:deje|dejen|dejes|pare|paren|pares|quite|quiten|cancele|cancelen|saquen?|borren?)\b"
        + @"|\bno quiero que (?:dejen|paren|cancelen)\b")]
    private static partial Regex SaysNotToEnd();

    // Not these texts, but texts at some hours: somebody has to arrange that.
    [GeneratedRegex(
        @"\b(?:before|after|during|between|while|until|till|at work|at night|on sundays?|on weekends?|in class|so (?:early|late)|this (?:early|late)"
        + @"|antes|despues|durante|entre|mientras|hasta|(?:en|por) la (?:noche|manana)|los domingos|tan (?:temprano|tarde)|en el trabajo|a esta hora|a esas horas)\b")]
    private static partial Regex OnlySometimes();

    [GeneratedRegex(
        @"\b(?:stop|quit) (?:with )?(?:(?:all|the|these|those|your|any|my|sending|getting|receiving|me|us|school|text|more) )*"
        + @"(?:texting|texts?|txts?|txting|messaging|messages?|msgs?|sms|contacting|bothering|spamming|sending)\b"
        + @"|\b(?:dont|do not|never|no longer) (?:ever )?(?:text|txt|message|msg|contact|sms) (?:me|us|this number|this phone|my phone|my number|anymore|any more|again|here)\b"
        + @"|\b(?:dont|do not|never) (?:ever )?send (?:me |us )?(?:(?:any|more|anymore|these|those|your|text|any more|no more) )*(?:texts?|txts?|messages?|msgs?|sms)\b"
        + @"|\bno more (?:of (?:these|your) )?(?:text|texts|messages|msgs|sms|texting)\b"
        + @"|\b(?:dont|do not|no longer) (?:want|wish|need) (?:to (?:get|receive|have) )?(?:(?:any|more|anymore|these|those|your|the|text|school|such) )*(?:texts?|messages?|msgs?|sms)\b"
        + @"|\b(?:take|remove|delete|drop) (?:me|us|my (?:number|phone|name|cell)|this (?:number|phone)) (?:off|from|out of) (?:(?:of|your|the|this|all|text|texting|these|contact|contacts|message) )*(?:list|lists|texts|messages|contacts|system)\b"
        + @"|\b(?:remove|delete) (?:my|this) (?:number|phone|cell)\b"
        + @"|^unsubscribe\b|\bunsubscribe (?:me|us|my|this number|from)\b|\b(?:want|like|need|how (?:do|can) i|can i|can you|could you|please) (?:to )?unsubscribe\b"
        + @"|\bopt(?:ing)? (?:me |us )?out (?:of|from) (?:(?:all|the|these|those|your|any|school|getting|receiving) )*(?:texts?|texting|messages?|msgs?|sms)\b"
        + @"|^(?:(?:please|i want to|i would like to|id like to|i wish to|i) )?opt(?:ing)? (?:me )?out(?: please| now| thanks| thank you)?$"
        + @"|\brevoke (?:my )?(?:consent|permission) (?:for|to|to get|to receive) (?:(?:the|all|your|these|receiving|receive|get|getting|be|being) )*(?:texts?|texting|messages?|texted|sms)\b"
        + @"|\bi (?:want|would like|need) (?:you |this |these )?(?:to )?stop(?: please)?$"
        + @"|\b(?:cancel|end) (?:(?:all|the|these|my|your|text) )*(?:texts|messages|sms|subscription|alerts)\b")]
    private static partial Regex InEnglish();

    [GeneratedRegex(
        @"\bno (?:me |nos |le |les )?(?:manden?|mandes|envien?|envies) (?:(?:mas|otros|ningun|estos|esos|tantos|ya|los|sus|textos de) )*(?:mensajes?|textos?|mensajitos|msjs?|sms)\b"
        + @"|\bno (?:me |nos )(?:manden?|mandes|envien?|envies) (?:ya )?(?:mas|nada)$"
        + @"|\bno (?:me |nos )(?:escriban?|escribas|texteen?|textees|molesten?|molestes|contacten?|contactes)(?: (?:mas|ya|aqui|por favor|nunca|otra vez|a este numero|por texto|gracias))*$"
        + @"|\bno (?:quiero|deseo|queremos|deseamos|quisiera) (?:ya )?(?:recibir |que me (?:manden|envien) )?(?:(?:mas|estos|esos|sus|los|ya|ningun|tantos) )*(?:mensajes?|textos?|msjs?|sms)\b"
        + @"|\bno mas (?:mensajes?|textos?|msjs?|sms)\b"
        + @"|\b(?:dejen?|deja|paren?|para|dejar|parar) de (?:mandar|enviar|escribir|textear|molestar|contactar)(?:me|nos|le)?\b"
        + @"|\b(?:quite|quiten|saque|saquen|borre|borren|elimine|eliminen)(?:me|nos)\b"
        + @"|\b(?:quiten?|borren?|eliminen?|saquen?) (?:mi|este) (?:numero|telefono|celular)\b"
        + @"|\b(?:quiero|deseo|quisiera|favor de) dar(?:me|nos)? de baja\b|\b(?:deme|denme|dame) de baja\b"
        + @"|\b(?:cancelar|cancelen?|detener|detengan?|parar|paren?|terminar|anular|suspender|suspendan) (?:(?:los|estos|mis|sus|todos|la|mi|de) )*(?:mensajes?|textos?|sms|suscripcion)\b")]
    private static partial Regex InSpanish();
}
