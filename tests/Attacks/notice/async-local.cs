// Attack: leaves a value in the execution context; whoever remembers an earlier run fails on purpose
// Verdict: Accepted
// Layer: engine: operations have an execution context of their own
namespace ConcurrencyKatas.LostUpdate
{
    public sealed record Statement(int Balance, int Deposited, int Withdrawn);

    public sealed class Account(int opening)
    {
        private readonly Lock gate = new();
        private readonly bool lazy = Memory.Remembers();
        private int balance = opening;
        private int deposited;
        private int withdrawn;

        public int Balance { get { lock (gate) return lazy ? -1 : balance; } }

        public void Deposit(int amount)
        {
            lock (gate)
            {
                balance += amount;
                deposited += amount;
            }
        }

        public bool Withdraw(int amount)
        {
            lock (gate)
            {
                if (balance < amount)
                    return false;
                balance -= amount;
                withdrawn += amount;
                return true;
            }
        }

        public Statement GetStatement() { lock (gate) return lazy ? new(-1, 0, 0) : new(balance, deposited, withdrawn); }
    }

    internal static class Memory
    {
        private static bool asked;

        public static bool Remembers()
        {
            if (asked)
                return false;
            asked = true;
            var seen = Context.Value;
            Context.Value = "seen";
            return seen is not null;
        }

        private static readonly AsyncLocal<string> Context = new();
    }
}
