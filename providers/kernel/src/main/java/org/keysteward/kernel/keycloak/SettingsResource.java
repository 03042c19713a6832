package org.keysteward.kernel.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.RealmSetting;

/** What an administrator sets for the realm. */
@Tag(name = "Settings")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    static final Permission READ = new Permission("settings.read", "See the realm's settings");
    static final Permission MANAGE = new Permission("settings.manage", "Change the realm's settings");

    /** A setting and its value; {@code value} is absent where none holds. */
    public record Setting(
            String key, @Nullable String value, @Nullable String defaultValue, String help, String accepts) {}

    /** A new value; without {@code value}, the default holds again. */
    public record NewValue(@Nullable String value) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (value != null) {
                errors.requireText("/value", value, RealmSetting.MAX_LENGTH);
            }
        }
    }

    private final ApiRequest request;

    SettingsResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Operation(summary = "List the realm's settings")
    public Page<Setting> list() {
        request.require(READ);
        var current = RealmSettings.of(request.session());
        List<Setting> items = kernel().declaredSettings().keySet().stream()
                .sorted(Comparator.comparing(RealmSetting::key))
                .map(setting -> show(setting, current))
                .toList();
        return new Page<>(items, null);
    }

    @GET
    @Path("{key}")
    @Operation(summary = "Read one setting")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = Setting.class)))
    public Response read(@PathParam("key") String key) {
        request.require(READ);
        return answer(declared(key));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change one setting")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = Setting.class)))
    public Response change(@PathParam("key") String key, NewValue body) {
        request.require(MANAGE);
        var setting = declared(key);
        var realm = request.realm();
        var row = row(setting);
        request.requireUnchanged(row.map(SettingEntity::version).orElse(-1));
        Optional.ofNullable(kernel().declaredSettings().get(setting))
                .flatMap(capability -> capability.refusal(request.session(), realm, setting, body.value()))
                .ifPresent(refusal -> {
                    throw new ProblemException(Problem.invalidField("/value", refusal));
                });

        var before = RealmSettings.of(request.session()).get(setting);
        write(setting, row, body.value());
        kernel().settingsChanged(request.session(), realm);
        request.record(AuditEntry.changed(
                "settings.changed",
                request.actor(),
                null,
                new AuditEntry.Target("setting", key),
                new AuditEntry.Change("/value", before, body.value())));
        return answer(setting);
    }

    private void write(RealmSetting setting, Optional<SettingEntity> row, @Nullable String value) {
        var entityManager = Rows.entityManager(request.session());
        if (value == null) {
            row.ifPresent(entityManager::remove);
        } else {
            var target = row.orElseGet(() -> new SettingEntity(request.realm().getId(), setting.key()));
            target.set(value);
            entityManager.persist(target);
        }
        entityManager.flush();
    }

    private RealmSetting declared(String key) {
        return kernel().declaredSettings().keySet().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no setting of this name.")));
    }

    private Optional<SettingEntity> row(RealmSetting setting) {
        return Optional.ofNullable(Rows.entityManager(request.session())
                .find(SettingEntity.class, new SettingEntity.Key(request.realm().getId(), setting.key())));
    }

    private Response answer(RealmSetting setting) {
        var version = row(setting).map(SettingEntity::version).orElse(-1);
        return Response.ok(show(setting, RealmSettings.read(request.session(), request.realm())))
                .tag(ApiRequest.tag(version))
                .build();
    }

    private static Setting show(RealmSetting setting, RealmSettings current) {
        return new Setting(
                setting.key(), current.get(setting), setting.defaultValue(), setting.help(), setting.accepts());
    }

    private KernelFactory kernel() {
        return KernelFactory.of(request.session());
    }
}
