// Attack: codes that clear the screen, rename the window and make a link
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
            throw new InvalidOperationException("\u001b[2J\u001b[1;1H\u001b]0;owned\u0007\u001b]8;;http://evil.example\u0007100 of 100\u001b]8;;\u0007\b\b\b");
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
