import type { Culture } from './culture.ts';

export const iberiaAndLatinAmerica: readonly Culture[] = [
  {
    language: 'Spanish',
    countries: ['MX', 'CO', 'ES', 'AR', 'CL', 'US'],
    share: 100,
    women:
      'Lucía, Sofía, Valeria, Camila, Daniela, Ximena, Begoña, Inés, Rocío, Paula, Marisol, Andrea, Núria, Verónica, Elena, ' +
      'Jimena, Adriana, Belén, Lourdes, Noelia, Pilar, Antonia, Catalina, Mónica, Raquel, Teresa',
    men:
      'Santiago, Mateo, José, Andrés, Diego, Íñigo, Joaquín, Martín, Sebastián, Ramón, Tomás, Álvaro, Emilio, Iván, Javier, ' +
      'Nicolás, Óscar, Rubén, Alejandro, Fermín, Gonzalo, Hernán, César, Jesús, Raúl, Agustín',
    families:
      'García, Hernández, Muñoz, López Vega, Rodríguez, Ibáñez, Peña, Castillo, Núñez, Ramírez, Gutiérrez, Ortega, Salazar, ' +
      'Domínguez, Vázquez, Cárdenas, Echeverría, Fuentes, Guerrero, Herrera, Iglesias, Jiménez, Lozano, Medina, Navarro, ' +
      'Ordóñez, Paredes, Quiroga, Rincón, Serrano, Trujillo, Urrutia, Villalobos, Yáñez, Zamora',
  },
  {
    language: 'Portuguese',
    countries: ['BR', 'BR', 'PT', 'AO'],
    share: 85,
    women:
      'Beatriz, Larissa, Mariana, Letícia, Júlia, Inês, Fernanda, Gabriela, Patrícia, Conceição, Débora, Lívia, Rafaela, ' +
      'Matilde, Cecília, Leonor, Tânia, Aline, Vitória, Graça, Isadora, Bruna, Teresa, Márcia',
    men:
      'João, Pedro, Tiago, Rafael, Gonçalo, Vinícius, Luís, Thiago, Caio, Antônio, Rodrigo, Márcio, Duarte, Nuno, Eduardo, ' +
      'Fábio, Simão, Otávio, Renato, Estêvão, Henrique, Danilo, Murilo, Vasco',
    families:
      'Silva, Santos, Oliveira, Souza, Pereira, Costa, Ferreira, Almeida, Carvalho, Gonçalves, Ribeiro, Araújo, Magalhães, ' +
      'da Silva, Monteiro, Assunção, Nogueira, Teixeira, Barbosa, Simões, Moura, Falcão, Guimarães, Lacerda, Batista, ' +
      'dos Santos, Queirós, Rocha, Sampaio, Vasconcelos, Xavier, Freitas, Conceição, Brandão, Matos',
  },
  {
    language: 'Filipino',
    countries: ['PH'],
    share: 20,
    women:
      'Maricel, Rowena, Jasmine, Liezel, Cherry, Analyn, Divina, Kristine, Mylene, Rosalie, Tala, Ligaya, Marites, Bituin, Luningning, Janelle',
    men: 'Jomar, Rodel, Arnel, Benedict, Christian, Dante, Efren, Jericho, Leandro, Mark Anthony, Noel, Bayani, Ramil, Jayson, Isagani, Renz',
    families:
      'Dela Cruz, Reyes, Bautista, Ocampo, Villanueva, Mendoza, Aquino, Salonga, Macaraeg, Dimaculangan, Pangilinan, ' +
      'Manalo, Mabini, Tolentino, Lacson, Santiago, Evangelista, Cabrera, Galang, Agbayani, Catapang, Panganiban, Soriano',
  },
];
