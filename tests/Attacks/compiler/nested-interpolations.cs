// Attack: 20 interpolations inside each other, 122 bytes that take Roslyn minutes
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

        public string Text => $"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{$"{1}"}"}"}"}"}"}"}"}"}"}"}"}"}"}"}"}"}"}"}";
    }
}
