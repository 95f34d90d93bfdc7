// Fails in every second run, so that no failure is found again.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; judge: who fails again and again has failed
namespace ConcurrencyKatas.LostUpdate
{
    public sealed record Statement(int Balance, int Deposited, int Withdrawn);

    public sealed class Account(int opening)
    {
        private readonly Lock gate = new();
        private int balance = opening;
        private int deposited;
        private int withdrawn;

        public int Balance { get { lock (gate) return Memory.IsOdd ? -1 : balance; } }

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

        public Statement GetStatement() { lock (gate) return Memory.IsOdd ? new(-1, 0, 0) : new(balance, deposited, withdrawn); }
    }

    internal static class Memory
    {
        /// <summary>Whether this is an execution with an odd number: the next one, which looks again, finds nothing.</summary>
        public static bool IsOdd { get; } = Count() % 2 == 1;

        private static int Count()
        {
            var n = 1;
            while (string.IsInterned("execution" + n) is not null)
                n++;
            string.Intern("execution" + n);
            return n;
        }
    }
}
