using Notifier.Adapters.Templates;
using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;
using Xunit.Abstractions;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>One wording for families in one language over one channel, with an obligation that uses it.</summary>
public sealed class FamilyWording : IXunitSerializable
{
    public static readonly NoticeComposer Composer = new(new HandlebarsTemplates());

    private static readonly string[] Obligations =
    [
        "annual-review", "meeting-notice", "progress-report", "reevaluation", "initial-evaluation", "rights-transfer",
        "transition-planning", "procedural-safeguards-notice", "requested-meeting",
    ];

    public string Obligation { get; private set; } = "";

    public string Language { get; private set; } = "";

    public Channel Channel { get; private set; }

    public MeetingNews News { get; private set; }

    public static IReadOnlyList<FamilyWording> Each { get; } =
    [
        .. from obligation in Obligations
           from language in TemplateFiles.Languages
           from channel in new[] { Channel.Sms, Channel.Email }
           from news in obligation == "meeting-notice" ? Enum.GetValues<MeetingNews>() : [MeetingNews.Invitation]
        select new FamilyWording { Obligation = obligation, Language = language, Channel = channel, News = news },
    ];

    public static TheoryData<FamilyWording> All => [.. Each];

    public NoticeFacts Facts => NoticeFixture.Family(Obligation).By(Channel, Language).Saying(News);

    public string Name => $"{Wordings.ForFamilies(new(Obligation), News)}.{Language}.{Channel.ToString().ToLowerInvariant()}";

    public override string ToString() => Name;

    public void Deserialize(IXunitSerializationInfo info)
    {
        Obligation = info.GetValue<string>(nameof(Obligation));
        Language = info.GetValue<string>(nameof(Language));
        Channel = info.GetValue<Channel>(nameof(Channel));
        News = info.GetValue<MeetingNews>(nameof(News));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Obligation), Obligation);
        info.AddValue(nameof(Language), Language);
        info.AddValue(nameof(Channel), Channel);
        info.AddValue(nameof(News), News);
    }
}
