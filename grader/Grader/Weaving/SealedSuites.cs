using System.IO.Compression;
using System.Security.Cryptography;

namespace Grader.Weaving;

/// <summary>
/// Hidden suites that may travel in the open: a ZIP archive under AES-256-GCM (NIST SP 800-38D), with a new nonce each time.
/// Layout: the header, 12 bytes of nonce, 16 of tag, the ciphertext.
/// </summary>
internal static class SealedSuites
{
    /// <summary>The environment variable with the key: 32 random bytes in Base64.</summary>
    public const string KeyVariable = "GRADER_SUITE_KEY";

    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;

    private static ReadOnlySpan<byte> Header => "concurrency-katas/suites/v1\n"u8;

    /// <summary>Encrypts files under a key.</summary>
    /// <exception cref="WrongUseException">The key is missing or not 32 bytes in Base64.</exception>
    public static byte[] Seal(IReadOnlyDictionary<string, byte[]> files, string? key)
    {
        var plain = Zip(files);
        var locked = new byte[Header.Length + NonceBytes + TagBytes + plain.Length];
        var rest = locked.AsSpan(Header.Length);
        Header.CopyTo(locked);
        RandomNumberGenerator.Fill(rest[..NonceBytes]);
        using var cipher = new AesGcm(Key(key), TagBytes);
        cipher.Encrypt(rest[..NonceBytes], plain, rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), Header);
        return locked;
    }

    /// <summary>The files again, in memory only.</summary>
    /// <exception cref="WrongUseException">The key is missing or wrong, or the file was changed.</exception>
    public static IReadOnlyDictionary<string, byte[]> Open(byte[] locked, string? key)
    {
        if (!locked.AsSpan().StartsWith(Header) || locked.Length < Header.Length + NonceBytes + TagBytes)
            throw new WrongUseException("the file of the hidden suites is damaged, or of another version; pack again");
        var rest = locked.AsSpan(Header.Length);
        var plain = new byte[rest.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(Key(key), TagBytes);
        try
        {
            cipher.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), plain, Header);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new WrongUseException($"{KeyVariable} does not open the hidden suites: they were packed under another key, or changed since");
        }

        return Unzip(plain);
    }

    /// <summary>The bytes of a key.</summary>
    /// <exception cref="WrongUseException">It is missing, or not 32 bytes in Base64.</exception>
    public static byte[] Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new WrongUseException(
                $"the hidden suites are encrypted: set {KeyVariable} to their key, 32 random bytes in Base64 (`openssl rand -base64 32` makes one)");
        }

        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == KeyBytes
            ? key[..KeyBytes]
            : throw new WrongUseException($"{KeyVariable} is not a key: it must be 32 bytes in Base64, 44 characters");
    }

    private static byte[] Zip(IReadOnlyDictionary<string, byte[]> files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return buffer.ToArray();
    }

    private static Dictionary<string, byte[]> Unzip(byte[] plain)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(plain), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var from = entry.Open();
            using var bytes = new MemoryStream();
            from.CopyTo(bytes);
            files.Add(entry.Name, bytes.ToArray());
        }

        return files;
    }
}
