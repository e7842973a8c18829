using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Jobs;

/// <summary>Who may see jobs and dismiss them.</summary>
[TestClass]
public sealed class JobOwnerTests : ApiTest
{
    private const string Jobs = Plan + "/jobs";

    [TestMethod]
    public async Task A_job_is_listed_to_who_asked_for_it_alone()
    {
        (string job, string cookie) = await Ask();
        (string other, string otherCookie) = await Ask();

        cookie.Should().NotBe(otherCookie);
        (await Listed(cookie)).Should().Equal(job);
        (await Listed(otherCookie)).Should().Equal(other);
        (await Listed("")).Should().BeEmpty();
        (await Listed("dzgeo-jobs=guess")).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Who_has_asked_before_keeps_the_secret_and_gets_no_other()
    {
        (_, string cookie) = await Ask();
        HttpResponseMessage again = await Post(cookie);
        again.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await Listed(cookie)).Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Without_its_name_nobody_can_dismiss_a_job_and_the_name_cannot_be_guessed()
    {
        (string job, string cookie) = await Ask();
        (string other, _) = await Ask();
        string id = job.Split('/')[^1];
        Guid.Parse(id).Version.Should().Be(4, "it is random");
        other.Split('/')[^1][..8].Should().NotBe(id[..8]);
        await LiveService.Problem(await Service.Send(HttpMethod.Delete, $"{Jobs}/{Guid.NewGuid()}"), HttpStatusCode.NotFound);
        (await Listed(cookie)).Should().Equal(job);
        (await Service.Send(HttpMethod.Delete, job)).StatusCode.Should().Be(HttpStatusCode.OK, "a program without cookies ends its own job by its address");
    }

    [TestMethod]
    public async Task The_answer_has_a_body_and_an_address_and_the_result_is_that_of_waiting()
    {
        foreach ((string process, string body) in ((string, string)[])[("gaps", "{}"), ("coverage", """{"inputs":{"requiredDepth":2},"response":"document"}"""), ("zones", """{"outputs":{"report":{"format":{"mediaType":"application/geo+json"}}}}""")])
        {
            HttpResponseMessage accepted = await Post("", process, body);
            accepted.StatusCode.Should().Be(HttpStatusCode.Created);
            JsonElement status = JsonDocument.Parse(await accepted.Content.ReadAsStringAsync()).RootElement;
            string address = accepted.Headers.Location!.ToString();
            address.Should().EndWith(status.GetProperty("jobID").GetString());
            while ((await Service.Json(address)).GetProperty("status").GetString() is "accepted" or "running")
                await Task.Delay(20);

            HttpResponseMessage result = await Service.Get(address + "/results");
            HttpResponseMessage waited = await Service.Post($"{Plan}/processes/{process}/execution", body);
            result.Content.Headers.ContentType.Should().Be(waited.Content.Headers.ContentType);
            (await result.Content.ReadAsByteArrayAsync()).Should().Equal(await waited.Content.ReadAsByteArrayAsync(), process);
        }
    }

    private async Task<(string Job, string Cookie)> Ask()
    {
        HttpResponseMessage answer = await Post("");
        string set = answer.Headers.GetValues("Set-Cookie").Single();
        set.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=strict").And.ContainEquivalentOf("path=/plans");
        return (answer.Headers.Location!.ToString(), set.Split(';')[0]);
    }

    private Task<HttpResponseMessage> Post(string cookie, string process = "gaps", string body = "{}")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service.Address, $"{Plan}/processes/{process}/execution")) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Prefer", "respond-async");
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        return Service.Client.SendAsync(request);
    }

    private async Task<string[]> Listed(string cookie)
    {
        HttpResponseMessage answer = cookie.Length > 0 ? await Service.Get(Jobs, "", ("Cookie", cookie)) : await Service.Get(Jobs);
        JsonElement list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return [.. list.GetProperty("jobs").EnumerateArray().Select(job => LiveService.Href(job, "self"))];
    }
}
