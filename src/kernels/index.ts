export { apart } from './apart';
export { assign } from './assign';
export { look } from './look';
export { nearer } from './nearer';
