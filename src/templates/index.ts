/**
 * Message templates as code: define, check, preview and fill in; no token needed.
 *
 * @module
 */
export type { Issue } from '../shared/issue.ts';
export { buildTemplateMessage, templateMessage } from './build-template-message.ts';
export type {
  TemplateButton,
  TemplateCardButton,
  TemplateCatalogButton,
  TemplateCopyCodeButton,
  TemplateCopyCodeOtpButton,
  TemplateFlowButton,
  TemplateMultiProductButton,
  TemplateOneTapOtpButton,
  TemplateOrderDetailsButton,
  TemplateOtpButton,
  TemplatePhoneNumberButton,
  TemplateQuickReplyButton,
  TemplateRequestContactInfoButton,
  TemplateSingleProductButton,
  TemplateSupportedApp,
  TemplateUrlButton,
  TemplateVoiceCallButton,
  TemplateZeroTapOtpButton,
} from './button-definition.ts';
export { defineTemplate } from './define-template.ts';
export type {
  AuthenticationTemplateDefinition,
  ContentTemplateDefinition,
  TemplateBody,
  TemplateCard,
  TemplateCategory,
  TemplateDefinition,
  TemplateExample,
  TemplateFooter,
  TemplateHeader,
  TemplateLimitedTimeOffer,
  TemplateLocationHeader,
  TemplateOptimization,
  TemplateMediaHeader,
  TemplateProductHeader,
  TemplateTextHeader,
} from './definition.ts';
export { templateLanguages, type TemplateLanguage } from './languages.ts';
export { templateLimits, timeToLiveLimits } from './limits.ts';
export type {
  BodyValue,
  CardParameters,
  CheckedExamples,
  CommonParameters,
  CurrencyValue,
  DateTimeValue,
  FlowButtonValue,
  GroupIdValue,
  HeaderDocument,
  HeaderLocation,
  HeaderMedia,
  HeaderProduct,
  MultiProductButtonValue,
  TemplateArguments,
  TemplateParameters,
  TemplateWithParameters,
  VoiceCallButtonValue,
} from './parameters.ts';
export type {
  NamedExamplePayload,
  TemplateButtonPayload,
  TemplateComponentPayload,
  TemplateCreatePayload,
  TemplateExamplePayload,
  TemplateOptimizationPayload,
} from './payload.ts';
export type { PlaceholderNames, PlaceholderValues } from './placeholders.ts';
export {
  renderTemplate,
  renderTemplatePayload,
  type RenderableMessage,
  type RenderableTemplate,
} from './render-template.ts';
export type { RenderedButton, RenderedCard, RenderedHeader, RenderedTemplate } from './rendered-template.ts';
export type { Template, TemplateStatus } from './template.ts';
export type { TemplateObject, TemplateSendComponent, TemplateSendParameter } from './template-message.ts';
export type { TemplateChange } from './sync/comparable.ts';
export { toTemplateDefinition, type ToTemplateDefinitionResult } from './sync/to-template-definition.ts';
export {
  planTemplates,
  type BlockedStep,
  type BlockReason,
  type CreateStep,
  type DeleteStep,
  type EditStep,
  type KeepStep,
  type PlanOptions,
  type TemplateHistory,
  type TemplatePlan,
  type TemplateStep,
} from './sync/plan-templates.ts';
export { templateModule, type TemplateModule } from './sync/template-module.ts';
export { toCreatePayload } from './to-create-payload.ts';
export { validateTemplate, validateTemplates, type TemplateIssue } from './validate-template.ts';
