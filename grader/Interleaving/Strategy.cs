namespace Interleaving;

/// <summary>How a search chooses the next schedule.</summary>
public enum Strategy
{
    /// <summary>Bounded search, SURW, PCT or POS, and URW in turn: no single one is best for all bugs.</summary>
    Portfolio,

    /// <summary>
    /// All schedules without a preemption, then all with one, then with two… (Musuvathi and Qadeer, PLDI 2007). What fails first
    /// fails with the fewest preemptions, and a search that ends says so (<see cref="Exploration.Complete"/>).
    /// </summary>
    BoundedSearch,

    /// <summary>At every choice, each operation that can run is as likely as any other.</summary>
    RandomWalk,

    /// <summary>Probabilistic concurrency testing (Burckhardt and others, ASPLOS 2010), for bugs of a given depth.</summary>
    Pct,

    /// <summary>Partial order sampling (Yuan, Yang and Gu, CAV 2018).</summary>
    Pos,

    /// <summary>Uniform random walk (Zhao and others, ASPLOS 2025).</summary>
    Urw,

    /// <summary>Selectively uniform random walk (the same paper): uniform over the orders of the steps on one location or lock.</summary>
    Surw,
}
