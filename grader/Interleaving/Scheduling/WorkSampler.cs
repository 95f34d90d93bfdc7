namespace Interleaving.Scheduling;

/// <summary>
/// Says under which calls the work of an execution was done: at every n-th unit of work, counted over all operations one after
/// the other, it takes the stack. It counts and never looks at a clock, so the same program gives the same answer.
/// </summary>
/// <remarks>
/// A stack costs some ten microseconds, so n grows with the work: a program of a hundred units is looked at once or twice, one
/// of millions some hundred times. What an operation did since its last stack when it ends counts for the next one that
/// begins; hence a thousand operations of three units each are seen like one of three thousand.
/// </remarks>
internal sealed class WorkSampler
{
    // Odd, and so is every later one: a loop of two or four units is not always met at the same one of them.
    private const int FirstPeriod = 61;
    private const int StacksBeforeGrowth = 128;
    private const int Growth = 3;
    private const int MostOrigins = 256;
    private const int MostFrames = 32;
    private const int MostStacks = 200;
    private const string Separator = "\n";

    private readonly StackFrames frames = new();
    private readonly Dictionary<Operation, Watched> watched = [];
    private readonly Dictionary<(Operation Parent, int Site), string[]> origins = [];
    private readonly Dictionary<string, long> work = new(StringComparer.Ordinal);
    private long period = FirstPeriod;
    private long carried;
    private int stacks;

    /// <summary>The work by stack, in the order of the stacks' names; the largest, when there are very many.</summary>
    public IReadOnlyList<WorkStack> Stacks =>
    [
        .. work.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(MostStacks)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new WorkStack(entry.Key.Split(Separator), entry.Value)),
    ];

    /// <summary>A new operation, started by <paramref name="parent"/> where it stands, or by nobody who is known.</summary>
    public void Started(Operation operation, Operation? parent) =>
        watched.Add(operation, new Watched(parent is null ? [] : Origin(parent)));

    /// <summary>It runs for the first time: what others left over is added to what it does.</summary>
    public void Began(Operation operation)
    {
        var own = watched[operation];
        own.Sampled = operation.Work - carried;
        carried = 0;
        operation.WorkLimit = Limit(operation);
    }

    public void Ended(Operation operation)
    {
        if (watched.Remove(operation, out var own))
            carried += operation.Work - own.Sampled;
    }

    /// <summary>The operation has worked as far as it was to be looked at.</summary>
    public void LookAt(Operation operation)
    {
        if (!watched.TryGetValue(operation, out var own))
            return;

        // The period may have grown since.
        if (operation.Work >= own.Sampled + period)
            Take(operation, own);
        operation.WorkLimit = Limit(operation);
    }

    /// <summary>How far the operation may work until it is to be looked at.</summary>
    public long Limit(Operation operation)
    {
        var most = Math.Min(operation.SliceEnd, operation.Execution.Limits.MaxWork);
        return watched.TryGetValue(operation, out var own) ? Math.Min(own.Sampled + period - 1, most) : most;
    }

    private void Take(Operation operation, Watched own)
    {
        var key = string.Join(Separator, frames.Shown([.. own.Origin, .. frames.Here()], MostFrames));
        work[key] = work.GetValueOrDefault(key) + operation.Work - own.Sampled;
        own.Sampled = operation.Work;
        if (++stacks % StacksBeforeGrowth == 0)
            period *= Growth;
    }

    /// <summary>The calls that led to the start: looked up once for each place of each operation, as thousands may start at one.</summary>
    private string[] Origin(Operation parent)
    {
        if (origins.TryGetValue((parent, parent.Site), out var known))
            return known;
        string[] above = watched.TryGetValue(parent, out var own) ? own.Origin : [];
        string[] calls = origins.Count < MostOrigins ? [.. frames.Here()] : [];
        string[] origin = above.Length > MostFrames ? above : [.. above, .. calls];
        if (origins.Count < MostOrigins)
            origins.Add((parent, parent.Site), origin);
        return origin;
    }

    private sealed class Watched(string[] origin)
    {
        public string[] Origin { get; } = origin;

        /// <summary>The operation's work when its stack was last taken; less than 0 by what it took over from others.</summary>
        public long Sampled { get; set; }
    }
}
