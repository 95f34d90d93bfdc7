namespace Interleaving.Scheduling;

/// <summary>
/// Tells what happens in an execution to those who watch it: the recorder, which writes it down, and the livelock detector, which looks for
/// anything new. In a run that only searches there is neither.
/// </summary>
/// <param name="execution">Which one.</param>
internal sealed class Observers(Execution execution)
{
    /// <summary>A method of the program begins; called only while <see cref="Recording"/>.</summary>
    public void Entered(Operation operation, int site, object?[] arguments)
    {
        if (execution.Liveness.Detector is { } detector)
        {
            foreach (var argument in arguments)
                detector.Saw(site, argument);
        }

        execution.Recorder?.Entered(operation, site, arguments);
    }

    /// <summary>What is seen or left in memory at a place; called only while <see cref="Recording"/>.</summary>
    public void Noted(Operation operation, int site, bool write, object? value)
    {
        execution.Liveness.Detector?.Saw(site, value);
        execution.Recorder?.Accessed(operation, site, write, value);
    }

    /// <summary>The platform read or wrote something for the program that the engine does not look into.</summary>
    public void Touched(Operation operation, int site, bool write)
    {
        if (write)
            execution.Liveness.Detector?.Progress();
        execution.Recorder?.Touched(operation, site, write);
    }

    /// <summary>An act on an object of the platform. Locks and the like come back to where they were; of a queue, nobody knows.</summary>
    public void Acted(Operation operation, object? target)
    {
        if (execution.Liveness.Detector is not { } detector || target is null or ITellsChanges)
            return;
        if (execution.States.Find(target) is not { } state)
            detector.Progress();
        else if (state is not ITellsChanges)
            state.Acted(detector, operation.Site);
    }

    /// <summary>An act changed something that <see cref="ITellsChanges"/>.</summary>
    public void Changed() => execution.Liveness.Detector?.Progress();
}
