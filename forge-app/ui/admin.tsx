import { AgreementPage } from './AgreementPage';
import { mount } from './mount';

void mount(<AgreementPage />);
