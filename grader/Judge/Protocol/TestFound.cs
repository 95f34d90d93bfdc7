namespace Judge.Protocol;

/// <summary>One test of the suite.</summary>
/// <param name="Index">Its place in the whole suite, from 0: names it in schedules without telling its name.</param>
/// <param name="Criterion">The criterion it decides: its one category.</param>
internal sealed record TestFound(int Index, string Criterion);
