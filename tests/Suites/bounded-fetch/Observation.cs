namespace ConcurrencyKatas.BoundedFetch.Suite;

/// <summary>What a server has seen so far. Times are virtual.</summary>
/// <param name="Asked">The ids that were asked for, in order of arrival.</param>
/// <param name="LastAsked">When the last of them arrived.</param>
/// <param name="InFlight">Requests in flight now.</param>
/// <param name="Peak">The most requests that were in flight at once.</param>
/// <param name="Idle">The time that permits lay idle while requests were left to come, added up.</param>
/// <param name="Elapsed">The time since the server was made.</param>
internal sealed record Observation(
    int[] Asked, TimeSpan LastAsked, int InFlight, int Peak, TimeSpan Idle, TimeSpan Elapsed);
