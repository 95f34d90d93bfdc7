namespace Interleaving.Models.Queries;

/// <summary>What a parallel query was told about how to run; what is said last, counts for the whole query.</summary>
/// <param name="Degree">How many operations take part; null for one on each core.</param>
/// <param name="Token">Cancels the query.</param>
/// <param name="IsOrdered">Whether the results come in the order of the source.</param>
internal sealed record QuerySettings(int? Degree = null, CancellationToken Token = default, bool IsOrdered = false);
