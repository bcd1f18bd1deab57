/**
 * What every entry needs, in one file of the build: reading many small files takes longer than running them. scripts/own-files.ts points the imports
 * of these modules to it.
 */
export * from './errors/api-error.ts';
export * from './errors/base-error.ts';
export * from './errors/check-params.ts';
export * from './errors/outcome-unknown-error.ts';
export * from './errors/response-shape-error.ts';
export * from './errors/transport-error.ts';
export * from './errors/usage-error.ts';
export * from './schemas/limits.ts';
export * from './schemas/media-source.ts';
export * from './schemas/message-docs.ts';
export * from './shared/bytes.ts';
export * from './shared/count-characters.ts';
export * from './shared/guard.ts';
export * from './shared/ids.ts';
export * from './shared/meta.ts';
export * from './shared/nearest-name.ts';
export * from './shared/phone-number.ts';
export * from './shared/recipient.ts';
export * from './shared/read-id.ts';
export * from './shared/runtime.ts';
export * from './shared/text-of.ts';
export * from './transport/app-secret-proof.ts';
export * from './transport/check-numbers.ts';
export * from './transport/hosts/cloud-api-problems.ts';
export * from './transport/hosts/cloud-api.ts';
export * from './transport/hosts/trusted-hosts.ts';
export * from './transport/http-over.ts';
export * from './transport/outcome.ts';
export * from './transport/redact.ts';
export * from './transport/throttles.ts';
export * from './transport/transport.ts';
