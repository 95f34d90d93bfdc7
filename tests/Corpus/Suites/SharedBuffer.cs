namespace Corpus.Suites;

/// <summary>The string buffer of JDK 1.4, as far as lengths go: appending another one asks for its length, then for its characters.</summary>
internal sealed class SharedBuffer(int length)
{
    private readonly object gate = new();
    private int count = length;

    public void Append(SharedBuffer other)
    {
        lock (gate)
        {
            var asked = other.Length();
            other.Copy(asked);
            count += asked;
        }
    }

    public void Append(int characters)
    {
        lock (gate)
            count += characters;
    }

    public void Erase(int characters)
    {
        lock (gate)
            count -= Math.Min(characters, count);
    }

    private int Length()
    {
        lock (gate)
            return count;
    }

    private void Copy(int end)
    {
        lock (gate)
            Expect(end <= count, "out of range");
    }
}
