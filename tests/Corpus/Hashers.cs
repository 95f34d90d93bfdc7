using System.Security.Cryptography;

namespace Corpus;

/// <summary>One who computes hashes or enciphers keeps how far it came: it is for one at a time.</summary>
public static class Hashers
{
    [Broken(FailureKind.DataRace)]
    public static void One_hasher_for_two()
    {
        var hash = SHA256.Create();
        Twice(() => hash.ComputeHash(new byte[64]));
    }

    [Correct]
    public static void One_hasher_for_two_under_a_lock()
    {
        var hash = SHA256.Create();
        Twice(() =>
        {
            lock (hash)
                hash.ComputeHash(new byte[64]);
        });
    }

    [Correct]
    public static void A_hasher_for_each_or_none()
    {
        Twice(() =>
        {
            using var hash = SHA256.Create();
            Expect(hash.ComputeHash(new byte[64]).AsSpan().SequenceEqual(SHA256.HashData(new byte[64])));
        });
    }

    [Broken(FailureKind.DataRace)]
    public static void One_with_a_key_for_two()
    {
        using var hash = new HMACSHA256([1, 2, 3]);
        Twice(() => hash.TryComputeHash(new byte[64], new byte[32], out _));
    }

    [Broken(FailureKind.DataRace)]
    public static void Parts_of_two_texts()
    {
        using var hash = MD5.Create();
        Together(() => hash.TransformBlock(new byte[64], 0, 64, null, 0), () => hash.TransformFinalBlock(new byte[64], 0, 64));
    }

    [Broken(FailureKind.DataRace)]
    public static void One_transform_for_two()
    {
        using var cipher = Aes.Create();
        using var transform = cipher.CreateEncryptor();
        Twice(() => transform.TransformFinalBlock(new byte[16], 0, 16));
    }

    [Broken(FailureKind.DataRace)]
    public static void One_stream_that_enciphers_for_two()
    {
        using var cipher = Aes.Create();
        using var stream = new CryptoStream(new MemoryStream(), cipher.CreateEncryptor(), CryptoStreamMode.Write);
        Twice(() => stream.Write(new byte[16], 0, 16));
    }
}
