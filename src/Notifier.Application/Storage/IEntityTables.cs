namespace Notifier.Application.Storage;

/// <summary>The store: tables by name, made on first use.</summary>
public interface IEntityTables
{
    /// <param name="name">3 to 63 letters and digits, a letter first.</param>
    IEntityTable Open(string name);
}
