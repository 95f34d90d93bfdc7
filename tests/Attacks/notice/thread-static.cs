// Attack: counts accounts in a field of the thread; whoever remembers an earlier run fails on purpose
// Verdict: Accepted
// Layer: engine: operations have thread-static fields of their own
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
        [ThreadStatic]
        private static int made;

        public static bool Remembers() => ++made > 10;
    }
}
