// Attack: a constant that is twice the one before it, 40 times: 16 TB
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

        private const string A0 = "xxxxxxxxxxxxxxxx";
        private const string A1 = A0 + A0;
        private const string A2 = A1 + A1;
        private const string A3 = A2 + A2;
        private const string A4 = A3 + A3;
        private const string A5 = A4 + A4;
        private const string A6 = A5 + A5;
        private const string A7 = A6 + A6;
        private const string A8 = A7 + A7;
        private const string A9 = A8 + A8;
        private const string A10 = A9 + A9;
        private const string A11 = A10 + A10;
        private const string A12 = A11 + A11;
        private const string A13 = A12 + A12;
        private const string A14 = A13 + A13;
        private const string A15 = A14 + A14;
        private const string A16 = A15 + A15;
        private const string A17 = A16 + A16;
        private const string A18 = A17 + A17;
        private const string A19 = A18 + A18;
        private const string A20 = A19 + A19;
        private const string A21 = A20 + A20;
        private const string A22 = A21 + A21;
        private const string A23 = A22 + A22;
        private const string A24 = A23 + A23;
        private const string A25 = A24 + A24;
        private const string A26 = A25 + A25;
        private const string A27 = A26 + A26;
        private const string A28 = A27 + A27;
        private const string A29 = A28 + A28;
        private const string A30 = A29 + A29;
        private const string A31 = A30 + A30;
        private const string A32 = A31 + A31;
        private const string A33 = A32 + A32;
        private const string A34 = A33 + A33;
        private const string A35 = A34 + A34;
        private const string A36 = A35 + A35;
        private const string A37 = A36 + A36;
        private const string A38 = A37 + A37;
        private const string A39 = A38 + A38;
        private const string A40 = A39 + A39;
    }
}
