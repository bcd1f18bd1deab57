export {
  createPaymentConfiguration,
  type CreatePaymentConfigurationParams,
  type PaymentLink,
} from './create-payment-configuration.ts';
export { createPaymentLink, type CreatePaymentLinkParams } from './create-payment-link.ts';
export { deletePaymentConfiguration } from './delete-payment-configuration.ts';
export { getPaymentConfiguration, type PaymentConfigurationTarget } from './get-payment-configuration.ts';
export {
  getPayment,
  type PaymentAmount,
  type PaymentTransaction,
  type Payment,
  type GetPaymentParams,
} from './get-payment.ts';
export { listPaymentConfigurations, type PaymentConfiguration } from './list-payment-configurations.ts';
export {
  updatePaymentConfiguration,
  type UpdatePaymentConfigurationParams,
} from './update-payment-configuration.ts';
