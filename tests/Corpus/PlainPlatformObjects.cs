using System.Collections.Specialized;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Mail;

namespace Corpus;

/// <summary>Objects of the platform that are for one at a time, wherever they belong to and whatever their members return.</summary>
public static class PlainPlatformObjects
{
    [Broken(FailureKind.DataRace)]
    public static void Headers()
    {
        var headers = new WebHeaderCollection();
        Twice(() => headers.Add("a", "b"));
    }

    [Correct]
    public static void Headers_under_a_lock()
    {
        var headers = new WebHeaderCollection();
        Twice(() =>
        {
            lock (headers)
                headers.Add("a", "b");
        });
        Expect(1, headers.Count);
    }

    [Broken(FailureKind.DataRace)]
    public static void Headers_as_what_they_derive_from()
    {
        NameValueCollection headers = new WebHeaderCollection();
        Together(() => headers.Add("a", "b"), () => _ = headers["a"]);
    }

    [Broken(FailureKind.DataRace)]
    public static void Whom_a_mail_goes_to()
    {
        using var mail = new MailMessage();
        Twice(() => mail.To.Add("a@b.c"));
    }

    [Broken(FailureKind.DataRace)]
    public static void Entries_of_an_archive()
    {
        var archive = new ZipArchive(new MemoryStream(), ZipArchiveMode.Create);
        Twice(() => archive.CreateEntry("a"));
    }

    [Broken(FailureKind.DataRace)]
    public static void Elements_of_a_text()
    {
        var elements = StringInfo.GetTextElementEnumerator("abc");
        Twice(() => elements.MoveNext());
    }

    [Correct]
    public static void Elements_of_a_text_for_each()
    {
        Twice(() =>
        {
            var elements = StringInfo.GetTextElementEnumerator("abc");
            Expect(elements.MoveNext());
        });
    }
}
