using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Cli.CommandLine;

/// <summary>The arguments and options that several commands share.</summary>
public static class Words
{
    public static Argument<string> Folder() => new("FOLDER")
    {
        Description = "A district folder: district.json, calendar.csv, students.csv, plans.csv and the others.",
    };

    public static Argument<string?> FolderOrStore() => new("FOLDER")
    {
        Description = Folder().Description + " Without it: a store.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> District() => new("--district")
    {
        Description = "The id of the district, when the store holds several.",
        HelpName = "ID",
    };

    public static Option<LocalDate> AsOf() => new("--as-of")
    {
        Description = "The day on which to look, in the district's zone, as year-month-day: 2026-11-17.",
        HelpName = "DATE",
        Required = true,
        CustomParser = argument => Parse(argument, LocalDatePattern.Iso, "a date written year-month-day, for example 2026-11-17"),
    };

    public static Option<Instant?> At() => new("--at")
    {
        Description = "Act as if it were this moment: 2026-11-17T14:30:00Z, or 2026-11-17T08:30-06:00. Otherwise the machine's clock.",
        HelpName = "INSTANT",
        CustomParser = argument => Parse(argument, MomentPattern.Instance, "a moment with its offset, for example 2026-11-17T14:30:00Z or 2026-11-17T08:30-06:00"),
    };

    public static Option<string> Plan(bool required) => new("--plan")
    {
        Description = "The id of one plan, as plans.csv has it.",
        HelpName = "ID",
        Required = required,
    };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description = "'text' for people, 'json' for programs: then standard output is JSON alone.",
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json") and var written }])
            {
                result.AddError($"--format is 'text' or 'json', not '{written}'.");
            }
        });
        return format;
    }

    private static T Parse<T>(ArgumentResult argument, IPattern<T> pattern, string wanted)
        where T : struct
    {
        var written = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (pattern.Parse(written).TryGetValue(default, out var value))
        {
            return value;
        }

        var option = argument.Parent is OptionResult { Option.Name: var name } ? name : argument.Argument.Name;
        argument.AddError($"{option} '{written}' is not {wanted}.");
        return default;
    }
}
