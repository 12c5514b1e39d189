namespace Notifier.Testing.ServiceBus;

/// <summary>The answer is not 201, and says why.</summary>
internal sealed class StandInRefusal(int status, string detail) : Exception(detail)
{
    public int Status => status;
}
