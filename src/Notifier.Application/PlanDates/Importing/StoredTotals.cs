namespace Notifier.Application.PlanDates.Importing;

/// <summary>How much is stored.</summary>
internal sealed class StoredTotals
{
    public int Students { get; private set; }

    public int Plans { get; private set; }

    public int Dates { get; private set; }

    public int Contacts { get; private set; }

    /// <summary>Contacts with consent to texts.</summary>
    public int Consents { get; private set; }

    /// <summary>Contacts that must never be written to.</summary>
    public int Silent { get; private set; }

    public void Add(StudentFile? file)
    {
        if (file is null or { IsGone: true })
        {
            return;
        }

        Students++;
        Plans += file.Plans.Count;
        Dates += file.Plans.Sum(plan => plan.Dates.Count);
        Contacts += file.Contacts.Count;
        Consents += file.Contacts.Count(contact => contact.TextConsentOn is not null);
        Silent += file.Contacts.Count(contact => !contact.ReceivesNotices);
    }
}
