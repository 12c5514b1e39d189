using System.Text;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;

namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>Answers in the form that the documentation of entity group transactions shows.</summary>
public sealed class BatchAnswerTests
{
    private const string Made = """
        --batchresponse_b1
        Content-Type: multipart/mixed; boundary=changesetresponse_c1

        --changesetresponse_c1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        X-Content-Type-Options: nosniff
        DataServiceVersion: 3.0;
        ETag: W/"datetime'2026-11-21T17%3A02%3A34.8984057Z'"


        --changesetresponse_c1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        DataServiceVersion: 1.0;


        --changesetresponse_c1--
        --batchresponse_b1--

        """;

    private const string Refused = """
        --batchresponse_b1
        Content-Type: multipart/mixed; boundary=changesetresponse_c1

        --changesetresponse_c1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 409 Conflict
        Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8

        {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"1:The specified entity already exists.\nRequestId:r"}}}
        --changesetresponse_c1--
        --batchresponse_b1--

        """;

    [Fact]
    public void One_answer_per_change_means_that_all_were_made() => Assert.Null(Parse(Made, changes: 2));

    [Fact]
    public void Fewer_answers_than_changes_mean_that_some_are_missing() =>
        Assert.Throws<UnfinishedAnswerException>(() => Parse(Made, changes: 3));

    [Fact]
    public void A_refusal_names_its_change()
    {
        var error = Parse(Refused, changes: 2)!;

        Assert.Equal((409, "EntityAlreadyExists", 1), (error.Status, error.Code, error.Index));
        Assert.True(error.IsUnmetCondition);
    }

    [Fact]
    public void A_busy_service_is_no_refusal() =>
        Assert.Throws<UnfinishedAnswerException>(() => Parse(
            Refused.Replace("409 Conflict", "503 Busy", StringComparison.Ordinal)
                .Replace("EntityAlreadyExists", "ServerBusy", StringComparison.Ordinal),
            changes: 2));

    [Fact]
    public void A_refusal_cut_anywhere_is_never_taken_for_success()
    {
        var whole = Wire(Refused);
        var end = Refused.IndexOf("--changesetresponse_c1--", StringComparison.Ordinal);
        for (var length = 0; length < end; length++)
        {
            Assert.Throws<UnfinishedAnswerException>(() => BatchAnswer.Parse(whole.AsSpan(0, length), 2, null));
        }
    }

    [Fact]
    public void An_answer_cut_before_its_last_status_is_never_taken_for_success()
    {
        var whole = Wire(Made);
        var end = Encoding.UTF8.GetString(whole).LastIndexOf("204", StringComparison.Ordinal) + 3;
        for (var length = 0; length < end; length++)
        {
            Assert.Throws<UnfinishedAnswerException>(() => BatchAnswer.Parse(whole.AsSpan(0, length), 2, null));
        }
    }

    private static TableError? Parse(string answer, int changes) => BatchAnswer.Parse(Wire(answer), changes, requestId: "r");

    private static byte[] Wire(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
