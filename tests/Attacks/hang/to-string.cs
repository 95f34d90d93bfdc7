// Never lets the suite say what is wrong.
// expected: WrongAnswer|Livelock|TimeLimit
// without policy: WrongAnswer|Livelock|TimeLimit
// layer: explorer; box: processor time
namespace ConcurrencyKatas.LostUpdate
{
    public sealed record Statement(int Balance, int Deposited, int Withdrawn)
    {
        public override string ToString()
        {
            while (true)
            {
            }
        }
    }

    public sealed class Account(int opening)
    {
        private readonly Lock gate = new();
        private int balance = opening;
        private int deposited;
        private int withdrawn;

        public int Balance => -1;

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

        public Statement GetStatement() => new(-1, -2, -3);
    }
}
