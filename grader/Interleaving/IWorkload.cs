namespace Interleaving;

/// <summary>
/// What a hidden suite lets the judge time: the same job done one thing after another and as the submission does it.
/// Both run on plain, optimised code, in one process, in turn. A fresh instance is made for each run.
/// </summary>
public interface IWorkload
{
    /// <summary>The baseline. Its result is compared with that of <see cref="Concurrent"/>, so that no run can be optimised away.</summary>
    object? Sequential();

    /// <summary>The submission.</summary>
    object? Concurrent();
}
