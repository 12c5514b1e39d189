using System.Text.Json;
using NodaTime;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Adapters.DistrictFolders.Settings;

/// <summary>Reads <c>district.json</c>. Every mistake in it concerns every child, so each one is fatal.</summary>
internal sealed class SettingsFile(FolderProblems problems)
{
    private const int LongestFile = 1 << 20;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Null when anything is wrong with it.</summary>
    public DistrictSettings? Read(string folder)
    {
        using var document = Open(Path.Combine(folder, FolderFiles.Settings));
        return document is null ? null : Read(new SettingsObject(document.RootElement, "", problems));
    }

    private JsonDocument? Open(string path)
    {
        const string example = "{ \"districtId\": \"oak\", \"name\": \"Oak Hill\", \"state\": \"TX\", \"timeZone\": \"America/Chicago\" }";
        using var stream = FolderFile.Open(path, out var denied);
        if (stream is null)
        {
            if (denied)
            {
                Fatal(0, FolderFile.Denied, FolderFile.DeniedRemedy);
            }
            else
            {
                Fatal(0, "the file is missing", $"Put a district.json into the folder, for example {example}");
            }

            return null;
        }

        if (stream.Length > LongestFile)
        {
            Fatal(0, "the file is larger than a megabyte", "It holds the district's settings alone; see the example district");
            return null;
        }

        try
        {
            // A byte-order mark is no JSON, but editors write it.
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var bytes = content.AsMemory();
            bytes = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            var document = JsonDocument.Parse(bytes, Lenient);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            Fatal(1, "the file does not hold an object", $"Write it as {example}");
            return null;
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0) + 1;
            Fatal(line, $"the file is not JSON at character {(error.BytePositionInLine ?? 0) + 1} of this line", "Check quotes, commas and brackets there and on the line before");
            return null;
        }
    }

    private DistrictSettings? Read(SettingsObject file)
    {
        var id = file.Text("districtId", required: true);
        var name = file.Text("name", required: true);
        var state = Parsed<string>(file, "state", States.Parse, "");
        var zone = Parsed<DateTimeZone?>(file, "timeZone", TimeZones.Parse, null);
        var annualRule = file.Word<AnnualRule>("annualRule") ?? AnnualRule.SameDay;
        var form = file.Text("dateFormat");
        if (form is not null && DateForms.CheckForm(form) is { } fault)
        {
            file.Bad("dateFormat", form, fault.What, fault.Remedy);
            form = null;
        }

        var policies = new DistrictPolicies { AnnualRule = annualRule };
        IReadOnlyList<LadderStep> ladder = [];
        if (file.Object("policies") is { } settings)
        {
            policies = new PolicySettings(settings, problems).Read(policies);
            ladder = new LadderSettings(settings).Read();
            settings.ReportUnknown();
        }

        file.ReportUnknown();
        if (problems.AnyFatal)
        {
            return null;
        }

        if (!StateLaw.For(state!).IsModelled)
        {
            problems.Notice(
                FolderFiles.Settings, 0, "state", state!, "the rules of this state are not modelled yet, so federal rules alone are applied",
                "Check the due dates of evaluations and meetings against your state's rules");
        }

        var district = new District { DistrictId = id!, Name = name!, State = state!, TimeZone = zone!, Policies = policies };
        return new DistrictSettings(district, ladder, form is null ? DateForms.IsoOnly : new DateForms(form));
    }

    private delegate FieldFault? Parse<T>(string text, out T value);

    private static T Parsed<T>(SettingsObject file, string name, Parse<T> parse, T none)
    {
        if (file.Text(name, required: true) is not { } text)
        {
            return none;
        }

        if (parse(text, out var value) is { } fault)
        {
            file.Bad(name, text, fault.What, fault.Remedy);
        }

        return value;
    }

    private void Fatal(int line, string what, string remedy) => problems.Fatal(FolderFiles.Settings, line, "", "", what, remedy);
}
