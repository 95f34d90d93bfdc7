// Attack: characters that turn the reading direction
// Verdict: WrongAnswer
// Layer: report
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
            throw new InvalidOperationException("\u202e 01 fo 01 \u2066\u2067\u200f\u061c");
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
    }
}
