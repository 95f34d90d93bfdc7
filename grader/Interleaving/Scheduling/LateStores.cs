namespace Interleaving.Scheduling;

/// <summary>
/// What the executions of one search have shown of stores that it is worth to let others see later (see <see cref="StoreBuffer"/>),
/// and of ends. A schedule says by itself which of them it delays, wherever they are.
/// </summary>
internal sealed class LateStores
{
    private readonly HashSet<int> sites = [];

    /// <summary>
    /// Whether plain stores of references are among them: there are some that nothing orders and that are no race. Of other plain
    /// stores, whoever could see them late takes part in a race.
    /// </summary>
    public bool IncludePlain { get; set; }

    /// <summary>Whether somebody asks if a task or thread has ended, or a Lazy is created, and could have been told something else.</summary>
    public bool Ends { get; set; }

    /// <summary>Whether a source is asked for its token that another may have disposed of (see <see cref="DisposedSources"/>).</summary>
    public bool Tokens { get; set; }

    public bool Contains(int site) => sites.Contains(site);

    public bool Add(int site) => sites.Add(site);
}
