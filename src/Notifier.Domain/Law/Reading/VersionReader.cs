namespace Notifier.Law.Reading;

/// <summary>Reads the dated, cited versions of one rule.</summary>
internal static class VersionReader
{
    private static readonly string[] Every = ["from", "until", "citation", "source", "certainty", "remark", "note", "toVerify"];

    public static ObligationVersion Obligation(JsonPlace place)
    {
        place.WithOnly(
        [
            .. Every, "plans", "count", "metBy", "districtPolicy", "replacesFederal", "stateOptionCitation",
            "agreedDateReplaces", "agreedAtMostDaysLater", "needs",
        ]);
        return new ObligationVersion
        {
            From = place["from"].Date(),
            Until = Until(place),
            Citation = Cited(place["citation"]),
            Source = place["source"].Text(),
            Certainty = place["certainty"].Word<Certainty>(),
            Remark = place.Optional("remark")?.Text() ?? "",
            Note = place.Optional("note")?.Text() ?? "",
            ToVerify = place.Optional("toVerify")?.Text() ?? "",
            Plans = place.Optional("plans") is { } plans ? [.. plans.Items().Select(plan => plan.Word<PlanKind>())] : [],
            Count = CountReader.Read(place["count"]),
            MetBy = place.Optional("metBy") is { } kinds ? Kinds(kinds) : null,
            DistrictPolicy = place.Optional("districtPolicy")?.YesOrNo() ?? false,
            ReplacesFederal = place.Optional("replacesFederal")?.YesOrNo() ?? false,
            StateOptionCitation = place.Optional("stateOptionCitation") is { } option ? Cited(option) : null,
            AgreedDateReplaces = place.Optional("agreedDateReplaces")?.YesOrNo() ?? false,
            AgreedAtMostDaysLater = place.Optional("agreedAtMostDaysLater")?.Number(),
            Needs = place.Optional("needs") is { } needed ? Needed(needed.WithOnly("date", "once")) : null,
        };
    }

    public static ReevaluationClock Clock(JsonPlace place)
    {
        place.WithOnly([.. Every, "startsFrom"]);
        return new ReevaluationClock
        {
            From = place["from"].Date(),
            Until = Until(place),
            Citation = Cited(place["citation"]),
            Source = place["source"].Text(),
            Certainty = place["certainty"].Word<Certainty>(),
            Remark = place.Optional("remark")?.Text() ?? "",
            Note = place.Optional("note")?.Text() ?? "",
            ToVerify = place.Optional("toVerify")?.Text() ?? "",
            StartsFrom = Kinds(place["startsFrom"]),
        };
    }

    public static TransitionAge Transition(JsonPlace place)
    {
        place.WithOnly([.. Every, "years", "months", "grade"]);
        return new TransitionAge
        {
            From = place["from"].Date(),
            Until = Until(place),
            Citation = Cited(place["citation"]),
            Source = place["source"].Text(),
            Certainty = place["certainty"].Word<Certainty>(),
            Remark = place.Optional("remark")?.Text() ?? "",
            Note = place.Optional("note")?.Text() ?? "",
            ToVerify = place.Optional("toVerify")?.Text() ?? "",
            Years = place["years"].Number(),
            Months = place.Optional("months")?.Number() ?? 0,
            Grade = place.Optional("grade")?.Number(),
        };
    }

    public static MajorityAge Majority(JsonPlace place)
    {
        place.WithOnly([.. Every, "years"]);
        return new MajorityAge
        {
            From = place["from"].Date(),
            Until = Until(place),
            Citation = Cited(place["citation"]),
            Source = place["source"].Text(),
            Certainty = place["certainty"].Word<Certainty>(),
            Remark = place.Optional("remark")?.Text() ?? "",
            Note = place.Optional("note")?.Text() ?? "",
            ToVerify = place.Optional("toVerify")?.Text() ?? "",
            Years = place["years"].Number(),
        };
    }

    private static NodaTime.LocalDate? Until(JsonPlace place)
    {
        var until = place.Optional("until")?.Date();
        return until is { } last && last < place["from"].Date()
            ? throw place["until"].Wrong("this lies before 'from'.")
            : until;
    }

    private static NeededDate Needed(JsonPlace place) =>
        new(place["date"].Word<PlanDateKind>(), place["once"].Word<PlanDateKind>());

    private static Citation Cited(JsonPlace place)
    {
        try
        {
            return place.Text().Any(char.IsAsciiDigit)
                ? new Citation(place.Text())
                : throw place.Wrong($"'{place.Text()}' is not a citation: it names no section.");
        }
        catch (ArgumentException refused)
        {
            throw place.Wrong(refused.Message, refused);
        }
    }

    private static PlanDateKind[] Kinds(JsonPlace place) => [.. place.Items().Select(kind => kind.Word<PlanDateKind>())];
}
