namespace Interleaving.Tests.Counterexamples;

/// <summary>What the stories of these tests are about.</summary>
internal sealed class Account
{
    public int Balance { get; set; }

    public override string ToString() => throw new InvalidOperationException("The table must not run the program's code.");
}
