namespace Notifier.Cli.Sample;

/// <summary>Rows as people really type them: each is wrong in its own way, and a check must say how.</summary>
public static class SampleMistakes
{
    public static IReadOnlyList<string> Students { get; } =
    [
        "S9001,Marta,Quispe,2017-02-30,03,PECAN",
        "S9002,Owen,Larkin,2015-06-11,05,NORTHSIDE",
        "S1001,Twice,Entered,2014-04-04,06,RIVERBEND",
    ];

    public static IReadOnlyList<string> Contacts { get; } =
    [
        "C9001-1,S1002,Dolores Vega,mother,es,dolores.vega@example.org,512-555-01,sms;email,2026-08-04,yes,",
        "C9002-1,S1003,Pat Underhill,father,en,pat.underhill(at)example.org,,email,,yes,",
        "C9003-1,S1004,Sam Winters,guardian,en,sam.winters@example.org,+15125550199,pigeon,,yes,",
    ];

    public static IReadOnlyList<string> Plans { get; } =
    [
        "P9001,S7777,iep,CM-01",
        "P9002,S1005,gifted,CM-02",
    ];

    public static IReadOnlyList<string> PlanDates { get; } =
    [
        "P1006,iepMeetingHeld,10/14/2026,",
        "P1007,iepMeetingHold,2026-10-14,",
        "P7777,consentReceived,2026-09-30,",
        "P1008,evaluationCompleted,2206-05-11,",
    ];
}
