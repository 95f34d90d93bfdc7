// Attack: 14 lambdas inside each other, each bound once for each overload of the call around it: 3^14 times
// Verdict: CompileError
// Layer: compile worker
namespace ConcurrencyKatas.LostUpdate
{
    public sealed record Statement(int Balance, int Deposited, int Withdrawn);

    public sealed class Account(int opening)
    {
        private readonly Lock gate = new();
        private int balance = opening;
        private int deposited;
        private int withdrawn;

        public int Balance { get { lock (gate) return balance; } }

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

        public Statement GetStatement() { lock (gate) return new(balance, deposited, withdrawn); }

        private static int F(Func<int, int> f) => 0;
        private static string F(Func<string, string> f) => "";
        private static object F(Func<long, object> f) => 0;
        public object All => F(x0 => F(x1 => F(x2 => F(x3 => F(x4 => F(x5 => F(x6 => F(x7 => F(x8 => F(x9 => F(x10 => F(x11 => F(x12 => F(x13 => x13))))))))))))));
    }
}
