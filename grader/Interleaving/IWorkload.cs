namespace Interleaving;

/// <summary>
/// What a hidden suite lets the judge time: the same job done one thing after another and as the submission does it.
/// Both run on plain, optimised code, each in a process of its own, trial by trial. A fresh instance is made for each run.
/// </summary>
public interface IWorkload
{
    /// <summary>The baseline. Its result is compared with that of <see cref="Concurrent"/>, as text, so that no run can be optimised away.</summary>
    /// <param name="trial">
    /// A number that is new in each trial and the same for both sides. Draw sizes and values from it, so that nothing can be
    /// remembered from one trial for the next.
    /// </param>
    object? Sequential(int trial);

    /// <summary>The submission.</summary>
    /// <inheritdoc cref="Sequential"/>
    object? Concurrent(int trial);
}
