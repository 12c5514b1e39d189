namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>Why a field's text is not what its column holds.</summary>
internal sealed record FieldFault(string What, string Remedy);
