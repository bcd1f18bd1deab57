import { createPaymentConfiguration } from './create-payment-configuration.ts';
import { createPaymentLink } from './create-payment-link.ts';
import { deletePaymentConfiguration } from './delete-payment-configuration.ts';
import { getPaymentConfiguration } from './get-payment-configuration.ts';
import { getPayment } from './get-payment.ts';
import { listPaymentConfigurations } from './list-payment-configurations.ts';
import { updatePaymentConfiguration } from './update-payment-configuration.ts';

/** Manages payment configurations and returns payments (India). */
export const paymentOperations = {
  listConfigurations: listPaymentConfigurations,
  getConfiguration: getPaymentConfiguration,
  createConfiguration: createPaymentConfiguration,
  updateConfiguration: updatePaymentConfiguration,
  deleteConfiguration: deletePaymentConfiguration,
  createLink: createPaymentLink,
  get: getPayment,
};
