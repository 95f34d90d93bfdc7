// An exception that has come from elsewhere, as it says, by a line that is no number the judge can hold.
// expected: WrongAnswer|Crash
// without policy: WrongAnswer|Crash
// layer: judge: a trace is text; whose fault a broken judge is
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    public int Balance => opening < 0 ? 0 : throw Far();

    public void Deposit(int amount) => throw Far();

    public bool Withdraw(int amount) => throw Far();

    public Statement GetStatement() => throw Far();

    private static Exception Far() => ExceptionDispatchInfo.SetRemoteStackTrace(
        new InvalidOperationException(), "   at A.B() in LostUpdate.cs:line 2147483648\n   at A.B() in LostUpdate.cs:line \u0661\u0662");
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
