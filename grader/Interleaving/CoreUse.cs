namespace Interleaving;

/// <summary>A simulated core is in use: one operation holds it, or several do in turn that are too short to be told apart.</summary>
/// <param name="Core">From 0.</param>
/// <param name="Operation">The name of the one that holds it; of the one that does longest, when there are several.</param>
/// <param name="From">In units of virtual core time.</param>
/// <param name="To">The same.</param>
/// <param name="Work">Loop rounds and calls meanwhile: less than the time between where somebody waits and keeps the core, or several leave gaps.</param>
/// <param name="Operations">How many operations it stands for.</param>
internal sealed record CoreUse(int Core, string Operation, long From, long To, long Work, int Operations);
