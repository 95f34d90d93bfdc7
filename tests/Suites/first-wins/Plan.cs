namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>What should happen with replicas that nobody cancels and that never end together: worked out one event after the other.</summary>
/// <param name="Starts">When each is called; null: never.</param>
/// <param name="Winner">Who answers first; null: nobody.</param>
/// <param name="At">When there is an answer, or the last one has failed.</param>
internal sealed record Plan(TimeSpan?[] Starts, int? Winner, TimeSpan At)
{
    public static Plan Of(Company[] companies, TimeSpan delay)
    {
        var starts = new TimeSpan?[companies.Length];
        var (now, next, running) = (TimeSpan.Zero, 0, new List<int>());
        while (true)
        {
            if (next < companies.Length)
            {
                starts[next] = now;
                running.Add(next++);
            }

            // Until the next start, only ends happen; an end that is a failure brings the next start forward.
            var due = next < companies.Length ? now + delay : TimeSpan.MaxValue;
            if (running.Count == 0)
                return new(starts, null, now);
            var first = running.MinBy(End);
            now = End(first) < due ? End(first) : due;
            if (now == due)
                continue;
            running.Remove(first);
            if (companies[first].Failure is null)
                return new(starts, first, now);
        }

        TimeSpan End(int company) => starts[company]!.Value + companies[company].Needs;
    }
}
