// Attack: a command to the workflow's runner in a message
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
            throw new InvalidOperationException("\n::error file=x::pwned\n  ::set-output name=score::100\n##[error]pwned\n##vso[task.complete]");
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
