package org.keysteward.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

class BulkRequestTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void readsOperationsWhateverTheCaseOfTheirNames() throws Exception {
        var request = parse("{'schemas':['URN:ietf:params:scim:api:messages:2.0:BulkRequest'],'failonerrors':2,"
                + "'operations':[{'Method':'post','Path':'/Users','bulkid':'a','Data':{}},"
                + "{'method':'DELETE','path':'/Users/1','version':'W/\\\"x\\\"'}]}");

        assertThat(request.failOnErrors()).isEqualTo(2);
        assertThat(request.operations())
                .extracting(BulkOperation::method)
                .containsExactly(BulkOperation.Method.POST, BulkOperation.Method.DELETE);
        assertThat(request.operations().get(1).version()).isEqualTo("W/\"x\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'method':'GET','path':'/Users'} | Operation 1 needs a method",
                "{'method':'POST','bulkId':'a','data':{}} | Operation 1 needs a path",
                "{'method':'POST','path':'/Users','data':{}} | Operation 1 is a POST and needs a bulkId",
                "{'method':'PUT','path':'/Users/1'} | Operation 1 needs data",
                "{'method':'PATCH','path':'/Users/1','data':[]} | Operation 1 needs data",
                "1 | Operation 1 has to be an object",
                "{'method':'POST','path':'/Users','bulkId':'a','data':{}},{'method':'POST','path':'/Users','bulkId':'a','data':{}}"
                        + " | Operation 2 has a bulkId that another operation has",
            })
    void saysWhichOperationIsNone(String operations, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> parse(body(operations)))
                .withMessageStartingWith(detail)
                .matches(e -> e.type().orElseThrow() == ScimType.INVALID_SYNTAX);
    }

    @Test
    void refusesMoreThanAreAllowed() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> parse(body("1,1,1,1")))
                .matches(e -> e.status() == 413);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "'\"x\"'"})
    void refusesANumberOfErrorsThatIsNone(String failOnErrors) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> parse("{'schemas':['" + BulkRequest.SCHEMA + "'],'failOnErrors':" + failOnErrors
                        + ",'Operations':[{'method':'DELETE','path':'/Users/1'}]}"))
                .matches(e -> e.type().orElseThrow() == ScimType.INVALID_VALUE);
    }

    @Test
    void refusesNoOperationsAndAnotherMessage() {
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> parse(body("")));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> parse("{'Operations':[{'method':'DELETE','path':'/Users/1'}]}"));
    }

    private static String body(String operations) {
        return "{'schemas':['" + BulkRequest.SCHEMA + "'],'Operations':[" + operations + "]}";
    }

    private static BulkRequest parse(String json) throws ScimException {
        try {
            return BulkRequest.parse(MAPPER.readValue(json.replace('\'', '"'), ObjectNode.class), 3);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
