namespace Notifier.Testing.Flow;

/// <summary>The process ends here: nothing may run after it.</summary>
public sealed class CrashException(string where) : Exception($"crash {where}");
